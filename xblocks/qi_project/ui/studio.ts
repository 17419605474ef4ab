/* The settings form in Studio: QiSettings(runtime, element, args), the same in every block. */

import { openSettings } from "../../qi_core/ui/settings";

(window as unknown as Record<string, unknown>)["QiSettings"] = openSettings;

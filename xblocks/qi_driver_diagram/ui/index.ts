/* The bundle's way in: QiDriverDiagram(runtime, element, args), as the platform calls it. */

import { register } from "../../qi_core/ui/register";
import { DriverDiagram } from "./editor";

register("QiDriverDiagram", "qi-driver-diagram", DriverDiagram);

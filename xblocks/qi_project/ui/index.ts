/* The bundle's way in: QiProject(runtime, element, args), as the platform calls it. */

import { register } from "../../qi_core/ui/register";
import { ProjectHome } from "./home";

register("QiProject", "qi-project", ProjectHome);

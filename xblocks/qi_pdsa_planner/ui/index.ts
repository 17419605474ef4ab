/* The bundle's way in: QiPdsaPlanner(runtime, element, args), as the platform calls it. */

import { register } from "../../qi_core/ui/register";
import { PdsaPlanner } from "./planner";

register("QiPdsaPlanner", "qi-pdsa-planner", PdsaPlanner);

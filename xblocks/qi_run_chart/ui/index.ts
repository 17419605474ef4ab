/* The bundle's way in: QiRunChart(runtime, element, args), as the platform calls it. */

import { register } from "../../qi_core/ui/register";
import { RunChart } from "./board";

register("QiRunChart", "qi-run-chart", RunChart);

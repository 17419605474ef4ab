/* The second bundle: the queue, the log, what facilitators and moderators decide, and the earlier words of a post. */

import { acts, panelOf } from "./deciding";
import type { Loaded } from "./later";
import { loadQueue } from "./facilitating";
import { queueView } from "./queue";

(window as Loaded).qiSpaceLater = { acts, panelOf, loadQueue, queueView };

/* The second bundle: sharing one's own work, earlier words of a post, and all that facilitators need. */

import { acts, panelOf } from "./deciding";
import { enter, loadHistory, loadQueue } from "./facilitating";
import type { Loaded } from "./later";
import { queueView } from "./queue";
import { picker, previewOf } from "./share";
import { askAbout, loadOffers, preview } from "./sharing";

(window as Loaded).qiSpaceLater = { acts, askAbout, enter, loadHistory, loadOffers, loadQueue, panelOf, picker, preview, previewOf, queueView };

/* The second bundle: sharing one's own work, what one does seldom about a post, and all that facilitators need. */

import { enter, loadQueue } from "./facilitating";
import type { Loaded } from "./later";
import { panelOf } from "./menu";
import { queueView } from "./queue";
import { picker, previewOf } from "./share";
import { askAbout, loadOffers, preview } from "./sharing";

(window as Loaded).qiSpaceLater = { askAbout, enter, loadOffers, loadQueue, panelOf, picker, preview, previewOf, queueView };

package org.holdfast.canary.console;

import org.holdfast.contracts.Topic;

/** Must be caught: a page that knows the bus. */
class NosyPage {
    Topic topic;
}

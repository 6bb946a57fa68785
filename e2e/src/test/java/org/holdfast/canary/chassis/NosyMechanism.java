package org.holdfast.canary.chassis;

import org.holdfast.contracts.Topic;

/** Must be caught: a mechanism that knows the domain's messages. */
class NosyMechanism {
    Topic topic;
}

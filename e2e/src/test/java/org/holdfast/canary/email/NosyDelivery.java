package org.holdfast.canary.email;

import org.holdfast.canary.stream.Listener;

/** Must be caught: a channel that knows the bus. */
class NosyDelivery {
    Listener listener;
}

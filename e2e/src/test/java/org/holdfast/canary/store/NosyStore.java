package org.holdfast.canary.store;

import org.holdfast.canary.http.NosyRoute;

/** Must be caught: a store that knows a route. */
class NosyStore {
    NosyRoute route;
}

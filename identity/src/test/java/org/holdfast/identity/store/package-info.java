/** Tests of where people and clients are kept. */
@org.jspecify.annotations.NullMarked
package org.holdfast.identity.store;

/** Tests of what stands before the check of passwords and secrets. */
@org.jspecify.annotations.NullMarked
package org.holdfast.identity.http;

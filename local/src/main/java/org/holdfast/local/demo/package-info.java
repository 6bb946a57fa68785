/** What a fresh stack has in it: a roster, a mail catcher and a phone, all fictional. */
@NullMarked
package org.holdfast.local.demo;

import org.jspecify.annotations.NullMarked;

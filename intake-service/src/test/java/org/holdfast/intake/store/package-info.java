/** Facts about what is kept beside the streams. */
package org.holdfast.intake.store;

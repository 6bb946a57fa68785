/** Facts about the HTTP side that need its inside. */
package org.holdfast.intake.http;

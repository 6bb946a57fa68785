/** Facts about the running service, over real HTTP, a real broker and the local store. */
package org.holdfast.intake.service;

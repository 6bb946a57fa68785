/** Referral as operators and partner agencies meet it. */
package org.holdfast.referral.http;

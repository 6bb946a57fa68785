package org.holdfast.contracts.notification;

import org.holdfast.contracts.BusMessage;

/** What notification tells. */
public sealed interface NotificationMessage extends BusMessage permits AlertMessage, NotificationKeyDestroyed {}

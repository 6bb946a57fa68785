package org.holdfast.contracts.intake;

import org.holdfast.contracts.BusMessage;

/** What intake tells. */
public sealed interface IntakeMessage extends BusMessage permits ContactRecorded, ConsentRecorded, CaseErased {}

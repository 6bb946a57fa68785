package org.holdfast.intake.service;

import org.holdfast.chassis.http.ProblemsListedContract;

class IntakeProblemsListedTest extends ProblemsListedContract {}

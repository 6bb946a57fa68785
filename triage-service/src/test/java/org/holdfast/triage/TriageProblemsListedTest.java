package org.holdfast.triage;

import org.holdfast.chassis.http.ProblemsListedContract;

class TriageProblemsListedTest extends ProblemsListedContract {}

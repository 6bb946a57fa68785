package org.holdfast.notification.service;

import org.holdfast.chassis.http.ProblemsListedContract;

class NotificationProblemsListedTest extends ProblemsListedContract {}

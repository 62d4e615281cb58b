package dev.sluice.compliance.port;

import dev.sluice.guard.rule.Severity;
import java.time.Instant;

/**
 * What people are told of a finding.
 *
 * @param alertId the same whenever the same occurrence is told: the finding's id and how often it had come back
 * @param environment the suffix of the environment it was found in
 * @param rule the rule's id
 * @param resource the resource's address
 * @param title what is wrong, as the rule says it
 * @param said what is so, with the names and numbers of this resource
 * @param why what happens because of it
 * @param remedy what to do about it
 * @param firstSeen the scan that found it first
 * @param returns how often it came back after it had been resolved
 */
public record FindingAlert(
        String alertId,
        String environment,
        String rule,
        Severity severity,
        String resource,
        String title,
        String said,
        String why,
        String remedy,
        Instant firstSeen,
        int returns) {}

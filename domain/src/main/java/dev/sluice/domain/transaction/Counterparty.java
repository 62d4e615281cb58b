package dev.sluice.domain.transaction;

import dev.sluice.domain.iban.Iban;

/** The account on the other side of a transfer. */
public record Counterparty(Iban iban) {}

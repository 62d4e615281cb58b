package dev.sluice.domain.transaction;

import java.util.Optional;

/**
 * Who was paid.
 *
 * @param name 1–200 characters
 * @param mcc merchant category code, ISO 18245, 4 digits
 * @param country ISO 3166-1 alpha-2
 */
public record Merchant(String name, Optional<String> mcc, Optional<String> country) {}

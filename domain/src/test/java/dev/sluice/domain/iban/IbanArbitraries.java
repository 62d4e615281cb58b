package dev.sluice.domain.iban;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.StringArbitrary;

/** IBANs for properties: made up from the structure of a country, with the right check digits. */
public final class IbanArbitraries {
    private IbanArbitraries() {}

    /** Any IBAN of any country of the registry. Edge cases would be thousands, none more telling than the others. */
    public static Arbitrary<Iban> ibans() {
        return Arbitraries.of(IbanStructure.all())
                .flatMap(IbanArbitraries::ibansOf)
                .withoutEdgeCases();
    }

    private static Arbitrary<Iban> ibansOf(IbanStructure structure) {
        List<Arbitrary<String>> pieces = new ArrayList<>();
        for (IbanStructure.Piece piece : structure.bban()) {
            pieces.add(characters(piece.kind()).ofLength(piece.count()));
        }
        return Combinators.combine(pieces)
                .as(parts -> String.join("", parts))
                .map(bban -> new Iban(structure.country() + IbanCheckDigits.of(structure.country(), bban) + bban));
    }

    private static StringArbitrary characters(IbanStructure.Kind kind) {
        return switch (kind) {
            case DIGIT -> Arbitraries.strings().numeric();
            case CAPITAL -> Arbitraries.strings().withCharRange('A', 'Z');
            case CAPITAL_OR_DIGIT ->
                Arbitraries.strings().withCharRange('A', 'Z').numeric();
        };
    }
}

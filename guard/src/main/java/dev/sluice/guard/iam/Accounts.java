package dev.sluice.guard.iam;

import dev.sluice.guard.graph.Piece;
import dev.sluice.guard.graph.Value;
import java.util.ArrayList;

/** The name an account goes by in a policy. */
final class Accounts {

    private Accounts() {}

    /** {@code arn:aws:iam::123456789012:root}, in the partition that is deployed to. */
    static Value.Text root(Value.Text account) {
        var pieces = new ArrayList<Piece>();
        pieces.add(new Piece.Literal("arn:"));
        pieces.add(new Piece.Symbol(Canonical.PARTITION));
        pieces.add(new Piece.Literal(":iam::"));
        pieces.addAll(account.pieces());
        pieces.add(new Piece.Literal(":root"));
        return new Value.Text(pieces);
    }
}

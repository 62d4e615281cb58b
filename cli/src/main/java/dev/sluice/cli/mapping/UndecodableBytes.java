package dev.sluice.cli.mapping;

import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/** Makes bytes that are no character of a charset visible, without giving up on the rest of the file. */
public final class UndecodableBytes {

    private UndecodableBytes() {}

    /** Reads such bytes as a noncharacter, which no file may hold; U+FFFD may be somebody's own text. */
    public static CharsetDecoder marking(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(CellReader.UNDECODABLE));
    }
}

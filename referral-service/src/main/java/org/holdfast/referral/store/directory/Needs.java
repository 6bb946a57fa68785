package org.holdfast.referral.store.directory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.holdfast.referral.domain.matching.Need;
import tools.jackson.core.type.TypeReference;

/** The needs that the desk can name, from the data file {@code directory/needs.json}. */
public final class Needs {

    private final List<Need> needs;

    private Needs(List<Need> needs) {
        this.needs = List.copyOf(needs);
    }

    /** The shipped needs. */
    public static Needs shipped() {
        try (InputStream in = Folder.shipped("directory").open("needs.json")) {
            return new Needs(Json.HSDS.readValue(in, new TypeReference<List<Need>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The need of this code. */
    public Optional<Need> of(String code) {
        return needs.stream().filter(need -> need.code().equals(code)).findFirst();
    }

    /** Every code, in the order of the file. */
    public List<String> codes() {
        return needs.stream().map(Need::code).toList();
    }
}

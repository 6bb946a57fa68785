package org.holdfast.referral.store.directory;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** One CSV file with a header line. */
final class Csv {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setAllowMissingColumnNames(true)
            .get();

    /** One line, by the names of its columns. */
    record Line(CSVRecord fields) {

        /** The value without white space around it, or null when it is empty or the column is not there. */
        @Nullable
        String get(String column) {
            String value = fields.isSet(column) ? fields.get(column).strip() : "";
            return value.isEmpty() ? null : value;
        }

        /** The value, or a stand-in. */
        String get(String column, String otherwise) {
            String value = get(column);
            return value == null ? otherwise : value;
        }
    }

    private Csv() {}

    static List<Line> lines(Folder folder, String file) throws IOException {
        try (InputStream in = folder.open(file);
                Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
                CSVParser parser = FORMAT.parse(withoutMark(text))) {
            List<Line> lines = new ArrayList<>();
            parser.forEach(line -> lines.add(new Line(line)));
            return lines;
        }
    }

    /** A byte order mark would otherwise become part of the first column's name. */
    private static Reader withoutMark(Reader text) throws IOException {
        PushbackReader reader = new PushbackReader(text);
        int first = reader.read();
        if (first >= 0 && first != '\uFEFF') {
            reader.unread(first);
        }
        return reader;
    }
}

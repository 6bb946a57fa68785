package org.holdfast.referral.store.directory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.util.CharTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import org.holdfast.referral.domain.directory.GeoPoint;
import org.holdfast.referral.domain.directory.Language;
import org.holdfast.referral.domain.directory.Listing;
import org.holdfast.referral.domain.matching.Need;

/** The searchable form of a directory, in memory; made anew whenever the directory changes. */
final class DirectoryIndex implements AutoCloseable {

    private static final String ID = "id";
    private static final String NAME = "name";
    private static final String TEXT = "text";
    private static final String TERM = "term";
    private static final String LANGUAGE = "language";
    private static final String POINT = "point";
    private static final String SILENT = "silent";
    private static final Analyzer ANALYZER = new WholeWords();

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final String[] idsByDocument;

    private DirectoryIndex(DirectoryReader reader) throws IOException {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.idsByDocument = ids(reader);
    }

    /** Read once: to look each of them up in the index costs more than to find it. */
    private static String[] ids(DirectoryReader reader) throws IOException {
        String[] ids = new String[reader.maxDoc()];
        SortedDocValues values = MultiDocValues.getSortedValues(reader, ID);
        for (int document = 0; values != null && document < ids.length && values.advanceExact(document); document++) {
            ids[document] = values.lookupOrd(values.ordValue()).utf8ToString();
        }
        return ids;
    }

    static DirectoryIndex of(Collection<Listing> listings) throws IOException {
        ByteBuffersDirectory memory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(memory, new IndexWriterConfig(ANALYZER))) {
            for (Listing listing : listings) {
                writer.addDocument(document(listing));
            }
        }
        return new DirectoryIndex(DirectoryReader.open(memory));
    }

    /** The ids of all services that may meet the need: every one that matching would not rule out by the need. */
    List<String> meeting(Need need) throws IOException {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        need.terms().forEach(term -> any.add(new TermQuery(new Term(TERM, term)), Occur.SHOULD));
        need.related().forEach(term -> any.add(new TermQuery(new Term(TERM, term)), Occur.SHOULD));
        QueryBuilder words = new QueryBuilder(ANALYZER);
        for (String word : need.words()) {
            for (String field : List.of(NAME, TEXT)) {
                Query phrase = words.createPhraseQuery(field, word);
                if (phrase != null) {
                    any.add(phrase, Occur.SHOULD);
                }
            }
        }
        any.add(new TermQuery(new Term(SILENT, "yes")), Occur.SHOULD);
        return ids(any.build(), Math.max(1, reader.maxDoc()), Sort.INDEXORDER);
    }

    /** The ids of the services that suit what a person typed, nearest first or else best first; equals stand by id. */
    List<String> search(DirectorySearch search) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(new MatchAllDocsQuery(), Occur.FILTER);
        QueryBuilder words = new QueryBuilder(ANALYZER);
        for (String word : search.words().split("\\s+")) {
            Query inText = words.createPhraseQuery(TEXT, word);
            Query inName = words.createPhraseQuery(NAME, word);
            if (inText != null && inName != null) {
                all.add(
                        new BooleanQuery.Builder()
                                .add(inText, Occur.SHOULD)
                                .add(new BoostQuery(inName, 3), Occur.SHOULD)
                                .build(),
                        Occur.MUST);
            }
        }
        if (search.language() != null) {
            all.add(new TermQuery(new Term(LANGUAGE, primary(search.language()))), Occur.FILTER);
        }
        GeoPoint near = search.near();
        SortField byId = new SortField(ID, SortField.Type.STRING);
        if (near == null) {
            return ids(all.build(), search.limit(), new Sort(SortField.FIELD_SCORE, byId));
        }
        all.add(
                LatLonPoint.newDistanceQuery(POINT, near.latitude(), near.longitude(), search.withinKm() * 1_000),
                Occur.FILTER);
        SortField byDistance = LatLonDocValuesField.newDistanceSort(POINT, near.latitude(), near.longitude());
        return ids(all.build(), search.limit(), new Sort(byDistance, byId));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private List<String> ids(Query query, int limit, Sort sort) throws IOException {
        List<String> ids = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query, limit, sort).scoreDocs) {
            ids.add(idsByDocument[hit.doc]);
        }
        return ids;
    }

    private static Document document(Listing listing) {
        Document document = new Document();
        document.add(new StringField(ID, listing.id(), Field.Store.NO));
        document.add(new SortedDocValuesField(ID, new BytesRef(listing.id())));
        document.add(new TextField(NAME, listing.service().name(), Field.Store.NO));
        String description = Objects.requireNonNullElse(listing.service().description(), "");
        document.add(new TextField(TEXT, description, Field.Store.NO));
        if (listing.service().organization() != null) {
            document.add(new TextField(TEXT, listing.service().organization().name(), Field.Store.NO));
        }
        for (String term : listing.terms()) {
            document.add(new StringField(TERM, term, Field.Store.NO));
            document.add(new TextField(TEXT, term, Field.Store.NO));
        }
        listing.broader().forEach(term -> document.add(new StringField(TERM, term, Field.Store.NO)));
        listing.languages().stream()
                .map(Language::code)
                .filter(Objects::nonNull)
                .forEach(code -> document.add(new StringField(LANGUAGE, primary(code), Field.Store.NO)));
        for (GeoPoint point : listing.points()) {
            document.add(new LatLonPoint(POINT, point.latitude(), point.longitude()));
            document.add(new LatLonDocValuesField(POINT, point.latitude(), point.longitude()));
        }
        if (listing.terms().isEmpty() && description.isBlank()) {
            document.add(new StringField(SILENT, "yes", Field.Store.NO));
        }
        return document;
    }

    private static String primary(String tag) {
        return tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    }

    /** The same words as matching sees: letters and digits, in lower case. */
    private static final class WholeWords extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = CharTokenizer.fromTokenCharPredicate(Character::isLetterOrDigit);
            return new TokenStreamComponents(words, new LowerCaseFilter(words));
        }
    }
}

package org.lifeboat.engine.sync;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lifeboat.engine.bundled.BundledJson;
import org.lifeboat.engine.network.SuggestedEndpoint;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.primitives.ChainId;

/// Beacon nodes that a user may confirm. Nothing is sent to one until then.
public final class SuggestedBeacons {
    private SuggestedBeacons() {}

    /// The file's form.
    /// @param date the day on which the list was read
    private record Document(String about, String date, List<Entry> beacons) {}

    private record Entry(long chainId, String url, String operator, String cite) {}

    /// A node on this computer first, at the port that Lighthouse and Nimbus open by default, then operators
    /// that publish theirs.
    public static List<SuggestedEndpoint> of(ChainId chain) {
        Document document = document();
        Optional<LocalDate> listed = Optional.of(LocalDate.parse(document.date()));
        Stream<SuggestedEndpoint> published = document.beacons().stream()
                .filter(entry -> entry.chainId() == chain.value())
                .map(entry -> new SuggestedEndpoint(new SourceId(chain, entry.url()), entry.operator(), listed));
        SuggestedEndpoint own =
                new SuggestedEndpoint(new SourceId(chain, "http://127.0.0.1:5052"), "", Optional.empty());
        return Stream.concat(Stream.of(own), published).toList();
    }

    /// How old the list is.
    public static LocalDate date() {
        return LocalDate.parse(document().date());
    }

    private static Document document() {
        return BundledJson.read("checkpoints/beacons.json", Document.class);
    }
}

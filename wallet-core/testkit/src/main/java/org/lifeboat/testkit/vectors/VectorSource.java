package org.lifeboat.testkit.vectors;

import java.io.IOException;
import java.util.function.Predicate;

/// A place that holds files with test vectors.
public interface VectorSource {
    /// Where the files are, for people.
    String description();

    /// Hands over every wanted file, one at a time, in a fixed order of their paths.
    ///
    /// @param wanted asked with the path of each file, `/` between its parts; for an archive first with its own
    /// path (no means that it is not opened), then with `archive!member` for each member. The ending `.gz` of a
    /// packed file is left out: it is unpacked.
    void forEach(Predicate<String> wanted, Visitor visitor) throws IOException;

    /// What is done with each file.
    @FunctionalInterface
    interface Visitor {
        void file(VectorFile file) throws IOException;
    }
}

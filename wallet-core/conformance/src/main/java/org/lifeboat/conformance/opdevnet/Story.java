package org.lifeboat.conformance.opdevnet;

/// Something that is played on a running devnet and judged.
public interface Story {
    /// Short, with hyphens; `-Dfilter=` selects by it.
    String name();

    /// Whatever it throws is a failure of this story.
    void play(Stage stage) throws Exception;
}

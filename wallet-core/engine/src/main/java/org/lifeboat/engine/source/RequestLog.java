package org.lifeboat.engine.source;

import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lifeboat.primitives.ChainId;

/// Hears of every request that leaves the program, so that the user can see who was told what. Thread-safe.
public interface RequestLog {
    void add(Entry entry);

    /// One HTTP request.
    /// @param host host and port only: a path may hold an API key
    /// @param methods JSON-RPC method names and how often each was asked; no arguments
    /// @param outcome `ok`, or the failure in a word
    record Entry(
            Instant time,
            ChainId chain,
            String host,
            Purpose purpose,
            SortedMap<String, Integer> methods,
            long bytesSent,
            long bytesReceived,
            Duration took,
            String outcome) {
        public Entry {
            methods = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(methods));
        }
    }
}

package org.lifeboat.verifier.trie;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;

/// One node (Yellow Paper, appendix D). Never changes, and so may be part of many versions of a trie.
abstract sealed class Node {
    /// Computed once, when first asked for.
    private volatile byte @Nullable [] reference;

    /// What stands for the node in its parent: its RLP where that is shorter than a hash, else its hash.
    byte[] reference() {
        byte[] known = reference;
        if (known == null) {
            byte[] encoded = encoded();
            known = encoded.length < Hash32.SIZE ? encoded : Keccak256.digest(encoded);
            reference = known;
        }
        return known;
    }

    /// For a node that was found under its hash.
    void setReference(byte[] hash) {
        reference = hash;
    }

    boolean isHashed() {
        return reference().length == Hash32.SIZE;
    }

    abstract byte[] encoded();

    /// Where there is nothing: the empty trie, a branch's empty place.
    static final class Nothing extends Node {
        static final Nothing HERE = new Nothing();

        private static final byte[] EMPTY_STRING = {(byte) 0x80};

        private Nothing() {}

        @Override
        byte[] encoded() {
            return EMPTY_STRING;
        }
    }

    /// A node of which only the hash is known here; the store may have it.
    static final class Stub extends Node {
        final Hash32 hash;

        Stub(Hash32 hash) {
            this.hash = hash;
            setReference(hash.toArray());
        }

        @Override
        byte[] encoded() {
            throw new IllegalStateException("a stub is resolved before it is written");
        }
    }

    static final class Leaf extends Node {
        final byte[] path;
        final Bytes value;

        Leaf(byte[] path, Bytes value) {
            this.path = path;
            this.value = value;
        }

        @Override
        byte[] encoded() {
            return NodeEncoding.leaf(path, value);
        }
    }

    static final class Extension extends Node {
        final byte[] path;
        final Node child;

        Extension(byte[] path, Node child) {
            this.path = path;
            this.child = child;
        }

        @Override
        byte[] encoded() {
            return NodeEncoding.extension(path, child.reference());
        }
    }

    static final class Branch extends Node {
        static final int FAN_OUT = 16;

        private final Node[] children;
        final Bytes value;

        /// Keeps the array.
        Branch(Node[] children, Bytes value) {
            this.children = children;
            this.value = value;
        }

        static Branch empty() {
            Node[] children = new Node[FAN_OUT];
            Arrays.fill(children, Nothing.HERE);
            return new Branch(children, Bytes.EMPTY);
        }

        Node child(int nibble) {
            return children[nibble];
        }

        Branch with(int nibble, Node child) {
            Node[] changed = children.clone();
            changed[nibble] = child;
            return new Branch(changed, value);
        }

        Branch withValue(Bytes changed) {
            return new Branch(children, changed);
        }

        @Override
        byte[] encoded() {
            return NodeEncoding.branch(children, value);
        }
    }
}

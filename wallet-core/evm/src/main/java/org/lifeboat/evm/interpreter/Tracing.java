package org.lifeboat.evm.interpreter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lifeboat.evm.trace.Listener;
import org.lifeboat.evm.word.Words;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;

/// Tells the machine's listener. Called only where there is one.
final class Tracing {
    private Tracing() {}

    /// The pending call begins at that depth, whether it gets a frame or not.
    static void enter(Machine m, int depth) {
        Pending call = m.call;
        boolean creates = call.kind == Listener.Kind.CREATE || call.kind == Listener.Kind.CREATE2;
        Bytes input = creates ? call.code.toBytes() : input(m, call);
        boolean ownContext = call.kind == Listener.Kind.DELEGATECALL || call.kind == Listener.Kind.CALLCODE;
        Address from = ownContext ? call.self.address() : m.address(call.words, Frame.CALLER);
        m.listener.ifPresent(listener -> listener.enter(new Listener.Entry(
                call.kind,
                depth,
                from,
                call.codeAccount.address(),
                new Wei(Words.toNumber(call.words, Frame.VALUE)),
                call.gas,
                input)));
        m.entered(depth, call.gas);
    }

    private static Bytes input(Machine m, Pending call) {
        int wanted = m.listener.map(Listener::inputBytes).orElse(0);
        int size = Math.min(call.inputSize, wanted);
        return Bytes.of(Arrays.copyOfRange(call.input, call.inputOffset, call.inputOffset + size));
    }

    /// What was entered at that depth ended as the machine's result says.
    static void exit(Machine m, int depth) {
        Result result = m.result;
        Bytes output = Bytes.of(
                Arrays.copyOfRange(result.output, result.outputOffset, result.outputOffset + result.outputSize));
        m.listener.ifPresent(listener -> listener.exit(depth, m.outcome(output), m.gasAtEntry(depth) - result.gasLeft));
    }

    static void step(Machine m, Frame frame, int instruction) {
        List<Hash32> stack = new ArrayList<>();
        for (int w = frame.base; w < frame.sp; w += Words.LIMBS) {
            stack.add(Hash32.of(Words.toBytes(m.stack, w)));
        }
        m.listener.ifPresent(
                listener -> listener.step(new Listener.Step(frame.depth, frame.pc, instruction, frame.gas, stack)));
    }
}

// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

/// The one function of Multicall3 that the wallet calls, with the same signature. Tests put its code at the address
/// where Multicall3 is on real chains.
contract Batcher {
    struct Call3 {
        address target;
        bool allowFailure;
        bytes callData;
    }

    struct Result {
        bool success;
        bytes returnData;
    }

    function aggregate3(Call3[] calldata calls) external payable returns (Result[] memory results) {
        results = new Result[](calls.length);
        for (uint256 i = 0; i < calls.length; i++) {
            (results[i].success, results[i].returnData) = calls[i].target.call(calls[i].callData);
            require(calls[i].allowFailure || results[i].success, "Multicall3: call failed");
        }
    }
}

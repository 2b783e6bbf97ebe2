// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

/// The calls of Multicall3 that wallets make, with the same signatures. The sandbox has it at Multicall3's address.
contract ManyCalls {
    struct Call3 {
        address target;
        bool allowFailure;
        bytes callData;
    }

    struct Result {
        bool success;
        bytes returnData;
    }

    function aggregate3(Call3[] calldata calls) external payable returns (Result[] memory returnData) {
        returnData = new Result[](calls.length);
        for (uint256 i = 0; i < calls.length; ++i) {
            Call3 calldata one = calls[i];
            (bool success, bytes memory output) = one.target.call(one.callData);
            require(success || one.allowFailure, "Multicall3: call failed");
            returnData[i] = Result(success, output);
        }
    }

    function getBlockNumber() external view returns (uint256) {
        return block.number;
    }

    function getEthBalance(address account) external view returns (uint256) {
        return account.balance;
    }
}

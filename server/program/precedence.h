#pragma once

namespace latchkey::server {

/// Threads that answer go before those that read and write the vault, where there are fewer processors than
/// work: all but those whose name begins with AnswerThreads are given a lower priority, those of the request
/// log the lowest, as no change of a key waits for them. For the threads that there are by now. Linux;
/// elsewhere nothing.
void letAnswersGoFirst();

} // namespace latchkey::server

#pragma once

namespace latchkey::server {

/// Threads that answer go before those that read and write the vault, where there are fewer processors than
/// work: all but those whose name begins with AnswerThreads are given a lower priority. Linux; elsewhere
/// nothing.
void letAnswersGoFirst();

} // namespace latchkey::server

#pragma once

#include "core/services/request_recorder.h"

#include <string>

namespace latchkey::server {

/// A request that was decided, on its way to the log: one block of text, so that it costs the answer little.
struct Seen {
    enum Part : quint8 { Method, Path, ScopeWord, Customer, Ip, UserAgent, PartCount };
    Decision decision;
    Instant at;
    KeyId key, credential;
    bool oldToken = false;
    std::optional<Environment> environment;
    qint64 durationUs = 0;
    std::string text;
    std::array<quint16, PartCount> lengths{};

    void append(Part part, std::string_view bytes) {
        constexpr std::size_t Longest = 2048;
        bytes = bytes.substr(0, Longest);
        lengths[part] = static_cast<quint16>(bytes.size());
        text.append(bytes);
    }
    [[nodiscard]] RequestFacts facts() const;
};

} // namespace latchkey::server

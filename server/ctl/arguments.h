#pragma once

#include "core/model/key_filter.h"

#include <QStringList>
#include <tl/expected.hpp>

namespace latchkey::ctl {

/// What the command line says. Never a token: those come from files and from standard input.
struct Arguments {
    QString server, tokenFile, authorityFile, vault;
    bool json = false;
    QStringList command; ///< "list", or "audit verify" in two words, then its operands
    KeyQuery query;      ///< list, export
    qint64 limit = 0;    ///< list; 0: all
    QString format = QStringLiteral("csv");
    QString out; ///< a file that is not there yet, made 0600
    QString name, environment, type, owner, note, reason, expires;
    QStringList scopes, customers, tags, addresses, limits;
    std::optional<qint64> overlapMs = 0; ///< none: until it is stopped
    bool leaked = false;
    [[nodiscard]] QString operand(qsizetype i) const { return command.value(i); }
};

/// What is wrong with a call, for people; nothing where it was --help or --version, which is printed by then.
struct BadCall {
    QString what, command; ///< command: whose help says more; empty: that of the whole program
    bool json = false;
};
tl::expected<Arguments, BadCall> parseArguments(const QStringList &arguments);

} // namespace latchkey::ctl

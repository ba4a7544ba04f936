#pragma once

#include "core/services/connections/open_connection.h"

#include <QString>

namespace latchkey::ui {

QString word(ConnectionKind kind); ///< "Local file", "PostgreSQL", "Latchkey server"
/// "Team (Latchkey server)"; the name alone where it says the kind already.
QString nameAndKind(const QString &name, ConnectionKind kind);
QString iconName(ConnectionKind kind);
QString word(ConnectionStep::What step); ///< "Reach", "TLS", "Sign in" …
QString stepTitle(const ConnectionStep &step, const Connection &connection);
/// What is wrong with a field of the form, and what to do.
QString connectionSentence(const FieldError &fault);
/// One or two sentences about a step: what was found, or why it failed.
QString stepSentence(const ConnectionStep &step, const Connection &connection);
/// Why a connection could not be opened or tested.
QString connectionProblem(const Error &error, const Connection &connection);
/// The same where nobody tried to change anything: what is the matter with it now.
QString connectionTrouble(const Error &error, const Connection &connection);
/// 32 bytes as AB:CD:…
QString fingerprintText(const QByteArray &sha256);

} // namespace latchkey::ui

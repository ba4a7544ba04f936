#pragma once

#include <QString>

namespace latchkey::ui {

/// The shapes in which a key is copied. The token goes between `before` and `after`.
enum class SnippetKind { Key, Env, Curl, Header, Smtp };
struct Snippet {
    QString before;
    QString after;
};
Snippet snippetFor(SnippetKind kind, const QString &keyName);
/// Of a SendGrid account at this address: its variable, its API, its mail server with the user `apikey`.
Snippet accountSnippet(SnippetKind kind, const QString &address);
QString accountVariable(); ///< "SENDGRID_API_KEY"
/// "CRM sync" → "CRM_SYNC_API_KEY": a name that every shell takes.
QString envVariable(const QString &keyName);

} // namespace latchkey::ui

#include "ui/dialogs/copy_key/snippets.h"

namespace latchkey::ui {

QString envVariable(const QString &keyName) {
    QString name;
    const QString upper = keyName.normalized(QString::NormalizationForm_KD).toUpper();
    for (const QChar c : upper) {
        if ((c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9'))
            name += c;
        else if (c.category() != QChar::Mark_NonSpacing && !name.isEmpty() && !name.endsWith(u'_'))
            name += u'_';
    }
    while (name.endsWith(u'_'))
        name.chop(1);
    if (name.isEmpty())
        return QStringLiteral("API_KEY");
    if (name.at(0).isDigit())
        name.prepend(QStringLiteral("KEY_"));
    const auto endsWith = [&name](const QString &word) { return name == word || name.endsWith(u'_' + word); };
    if (endsWith(QStringLiteral("API_KEY")))
        return name;
    return name + (endsWith(QStringLiteral("API")) ? QStringLiteral("_KEY") : QStringLiteral("_API_KEY"));
}

Snippet snippetFor(SnippetKind kind, const QString &keyName) {
    switch (kind) {
    case SnippetKind::Key:
        return {};
    case SnippetKind::Env:
        return {envVariable(keyName) + u'=', {}};
    case SnippetKind::Curl:
        return {QStringLiteral("curl -H 'Authorization: Bearer "),
                QStringLiteral("' https://api.example.com/")};
    case SnippetKind::Header:
        return {QStringLiteral("Authorization: Bearer "), {}};
    case SnippetKind::Smtp:
        break;
    }
    return {};
}

QString accountVariable() {
    return QStringLiteral("SENDGRID_API_KEY");
}

Snippet accountSnippet(SnippetKind kind, const QString &address) {
    switch (kind) {
    case SnippetKind::Env:
        return {accountVariable() + u'=', {}};
    case SnippetKind::Curl:
        return {QStringLiteral("curl -H 'Accept: application/json' -H 'Authorization: Bearer "),
                QStringLiteral("' %1/v3/scopes").arg(address)};
    case SnippetKind::Smtp:
        return {QStringLiteral("smtp://apikey:"), address.contains(QStringLiteral(".eu."))
                                                      ? QStringLiteral("@smtp.eu.sendgrid.net:587")
                                                      : QStringLiteral("@smtp.sendgrid.net:587")};
    default:
        return snippetFor(kind, {});
    }
}

} // namespace latchkey::ui

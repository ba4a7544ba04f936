#pragma once

#include "tests/gui/shell/window_fixture.h"
#include "ui/shell/why_actions.h"
#include "ui/why/check_list.h"
#include "ui/why/why_window.h"

namespace latchkey::ui {

inline QString text(const SharedSecret &token) {
    return QString::fromLatin1(token->view());
}

inline CreatedKey make(WindowFixture &f, const std::function<void(KeyConfig &)> &change = {}) {
    KeyConfig c = f.vault.config();
    if (change)
        change(c);
    const auto made = waitFor(f.vault.service->create(c));
    if (!made)
        qFatal("no key");
    [&] { QTRY_VERIFY(f.model().rowOf(made->key.id) >= 0); }();
    return *made;
}

inline WhyWindow *opened(WindowFixture &f) {
    f.window->commands().trigger(QStringLiteral("tools.why"));
    return f.window->why().window();
}

/// Pastes a request with this token and waits for the answer.
inline void ask(WhyWindow *w, const QString &pasted, const QString &verdict) {
    w->paste(pasted);
    [&] { QTRY_VERIFY2(w->verdict().contains(verdict), qPrintable(w->verdict())); }();
}

inline QPushButton *fixOf(WhyWindow *w, Check c) {
    return w->checks().row(c)->fixButton();
}

inline QString curl(const SharedSecret &token, const QString &method = QStringLiteral("GET"),
                    const QString &host = QStringLiteral("api.prod.example.com")) {
    return QStringLiteral("curl -X %1 https://%2/v1/leads/7 -H 'Authorization: Bearer %3'")
        .arg(method, host, text(token));
}

} // namespace latchkey::ui

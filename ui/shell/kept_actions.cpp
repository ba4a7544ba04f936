#include "core/model/futures.h"
#include "ui/format/words.h"
#include "ui/shell/key_actions.h"
#include "ui/shell/rename_sheet.h"

// Reveal, copy, forget, find: what KeyActions does with tokens. None of them outlives its use here.

namespace latchkey::ui {

/// A token that is not kept cannot be had again, only replaced.
void KeyActions::tellKept(const Error &e) {
    if (e.code == ErrorCode::NotKept || e.code == ErrorCode::KeychainMismatch)
        emit keptMissing(sentence(e));
    else
        tell(e);
}

void KeyActions::revealNow(const ApiKey &key, int seconds) {
    m_service.reveal(key, QStringLiteral("reveal")) |
        then(this, [this, id = key.id, name = key.config.name, seconds](const Result<SharedSecret> &token) {
            if (!token)
                return tellKept(token.error());
            if (seconds == 0 && !m_held)
                return; // let go before the keychain answered
            m_page.revealed().show(id, name, *token, seconds);
        });
}

void KeyActions::reveal(bool whileHeld) {
    if (!whileHeld && m_page.revealed().shows(m_page.table().currentKey()))
        return m_page.revealed().forget();
    m_held = whileHeld;
    if (!whileHeld)
        return goOnWithCurrent([this](const ApiKey &k) { reveal(k, false); });
    withKeys({m_page.table().currentKey()}, [this](const Many &keys) { reveal(keys.first(), true); });
}

void KeyActions::reveal(const ApiKey &k, bool whileHeld) {
    const int seconds = whileHeld ? 0 : m_settings.get(setting::RevealSeconds);
    m_service.kept(k) | then(this, [this, k, seconds, whileHeld](Kept kept) {
        if (kept == Kept::NotKept || kept == Kept::Unknown)
            return tellKept(Error(kept == Kept::NotKept ? ErrorCode::NotKept : ErrorCode::NoKeychain));
        if (m_revealAgreed || whileHeld)
            return revealNow(k, seconds);
        emit revealAsked(
            tr("Everybody who sees this screen can read the key for %Ln seconds.", nullptr, seconds),
            [this, k, seconds] {
                m_revealAgreed = true;
                revealNow(k, seconds);
            });
    });
}

void KeyActions::letGo() {
    m_held = false;
    m_page.revealed().forget();
}

void KeyActions::copyKey() {
    goOnWithCurrent([this](const ApiKey &k) {
        m_service.reveal(k, QStringLiteral("copy")) | then(this, [this](const Result<SharedSecret> &token) {
            if (!token)
                return tellKept(token.error());
            m_clipboard.copy(**token);
        });
    });
}

void KeyActions::forgetCopy() {
    goOnWithCurrent([this](const ApiKey &k) {
        m_service.forget(k) | then(this, [this, name = k.config.name](const Outcome &o) {
            if (!o)
                return tell(o.error());
            m_page.revealed().forget();
            m_feedback.toast(tr("Removed the copy of “%1” from this computer").arg(name));
        });
    });
}

void KeyActions::findToken(const std::shared_ptr<SecretBytes> &token) {
    m_service.findByToken(std::move(*token)) | then(this, [this](const Result<ApiKey> &k) {
        if (!k && k.error().code == ErrorCode::NotFound)
            return m_feedback.toast(tr("No key of this vault fits what you pasted."));
        if (!k)
            return tell(k.error());
        emit jumpTo(k->id);
        m_feedback.toast(tr("That is “%1”.").arg(k->config.name));
    });
}

void KeyActions::rename() {
    // A service has no version of its own: its key is read before it is written, and until then the name that
    // everybody sees is enough. What else there is to read of it may have to wait.
    const KeyTableModel &model = m_page.model();
    const ApiKey *shown = model.keyAt(model.rowOf(m_page.table().currentKey()));
    if (shown && shown->service)
        return rename(*shown);
    goOnWithCurrent([this](const ApiKey &k) { rename(k); });
}

void KeyActions::rename(const ApiKey &k) {
    if (k.damaged)
        return tell(Error(ErrorCode::Damaged, {{QStringLiteral("id"), k.id.toString()}}));
    auto *sheet = new RenameSheet(m_service, k, m_window);
    ask(sheet, [this, k, sheet] {
        KeyConfig c = k.config;
        c.name = sheet->name();
        if (c.name != k.config.name)
            saveName(k, c);
    });
}

void KeyActions::saveName(const ApiKey &k, const KeyConfig &c) {
    m_service.edit(k, c, QStringLiteral("key.rename")) | then(this, [this, k](const Result<ApiKey> &r) {
        if (!r)
            return tell(r.error());
        const auto versions = std::make_shared<StepVersions>(StepVersions{k.version, r->version});
        offerBack(tr("Renamed to “%1”").arg(r->config.name), k.id, k.config, r->config, versions,
                  QStringLiteral("key.rename"));
    });
}

} // namespace latchkey::ui

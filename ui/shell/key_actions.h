#pragma once

#include "core/services/key_service.h"
#include "ui/feedback/feedback.h"
#include "ui/keys/keys_page.h"
#include "ui/platform/secret_clipboard.h"
#include "ui/settings/settings.h"
#include "ui/shell/bulk_actions.h"
#include "ui/shell/bulk_rotation.h"

#include <QDialog>
#include <QObject>

namespace latchkey::ui {

class DeleteSheet;
class FreshKeys;
class KeyForms;

/// What the commands do with the current key or the selection. Reads the key afresh before it acts, so that a
/// stale row is a conflict and never an overwrite.
class KeyActions : public QObject {
    Q_OBJECT
public:
    KeyActions(KeyService &service, KeysPage &page, FreshKeys &fresh, KeyForms &forms, Feedback &feedback,
               SecretClipboard &clipboard, Settings &settings, JobRunner &jobs, QWidget *window);

    void create();
    void edit();
    void duplicate();
    void rename();
    void setActive(bool active);
    void toggleActive(); ///< the selected keys, or the current one
    void remove();
    void restore();
    void purge();
    void reveal(bool whileHeld);
    void letGo(); ///< nothing is held any more: what is revealed goes, and what was asked for is not shown
    void copyKey();
    void copyId();
    void copyRows();
    void changeSelected(std::optional<Deed> deed = {}); ///< this one at first, if given
    void forgetCopy();
    [[nodiscard]] BulkActions &bulk() { return m_bulk; }
    [[nodiscard]] BulkRotation &rotation() { return m_rotation; }
    void findToken(const std::shared_ptr<SecretBytes> &token);
    void setEnvironmentChoice(std::optional<Environment> e) { m_environment = e; }
    /// Why a key can't be changed now; empty: it can. For what is pressed in the table itself.
    void setBlocked(std::function<QString(const KeyId &)> why) { m_blocked = std::move(why); }

signals:
    /// Bring this key onto the screen, whatever the filters are.
    void jumpTo(const latchkey::KeyId &id);
    void revealAsked(const QString &question, const std::function<void()> &yes);
    void keptMissing(const QString &why); ///< the way on is a new token

private:
    using Many = QList<ApiKey>;
    /// What Delete does to the selected keys, where several vaults are looked at as one.
    struct Removal {
        KeySelection keys;                              ///< go to Recently deleted
        KeySelection open;                              ///< can be deleted at all now
        QList<std::pair<QString, qsizetype>> forGood{}; ///< what would not go there, by connection: left out
        QList<std::pair<QString, qsizetype>> blocked{}; ///< what can't be deleted now, by why: left out
        int days = 0;                                   ///< the shortest in which one can be brought back
    };
    [[nodiscard]] Removal removalOf(const KeySelection &keys) const;
    void purge(const Removal &removal);
    bool tellBlocked(const KeyId &id); ///< says why this key can't be changed now; false if it can
    void toggleCurrent();
    DeleteSheet *deleteSheet(const ApiKey &first, const KeySelection &keys, bool forGood, int days);
    /// Acts on these keys, wherever the person is when they have been read.
    void withKeys(const QList<KeyId> &ids, std::function<void(const Many &)> then);
    /// Goes on with them if the person has not gone on to something else.
    void goOnWith(const QList<KeyId> &ids, std::function<void(const Many &)> then);
    void goOnWithCurrent(std::function<void(const ApiKey &)> then);
    void take(const QList<KeyId> &ids, const Result<Many> &rows,
              const std::function<void(const Many &)> &then);
    void tellKept(const Error &e);
    void rename(const ApiKey &key);
    void reveal(const ApiKey &key, bool whileHeld);
    [[nodiscard]] KeySelection selection() const; ///< the selected rows, or the current one
    void saveName(const ApiKey &k, const KeyConfig &c);
    /// Says that a key was changed, and makes a step of it. `action` is that of the change.
    void offerBack(const QString &said, const KeyId &id, const KeyConfig &before, const KeyConfig &after,
                   const std::shared_ptr<StepVersions> &versions, const QString &action);
    /// Undo, or redo, of a change of `id` to `config`; `versions` is the step's.
    void putBack(const QString &said, const KeyId &id, const KeyConfig &config,
                 const std::shared_ptr<StepVersions> &versions, bool undo, const QString &action);
    /// What comes then has been agreed on.
    void ask(QDialog *sheet, std::function<void()> then);
    void tell(const Error &e);
    /// An undo or redo that was not done.
    void refuse(const Feedback::StepEnd &step, const Error &e, bool ours);
    void tellState(const Error &e);
    void revealNow(const ApiKey &key, int seconds);

    KeyService &m_service;
    KeysPage &m_page;
    FreshKeys &m_fresh;
    KeyForms &m_forms;
    Feedback &m_feedback;
    SecretClipboard &m_clipboard;
    Settings &m_settings;
    QWidget *m_window;
    std::function<QString(const KeyId &)> m_blocked;
    std::optional<Environment> m_environment;
    bool m_revealAgreed = false;
    bool m_held = false;
    BulkActions m_bulk;
    BulkRotation m_rotation;
};

} // namespace latchkey::ui

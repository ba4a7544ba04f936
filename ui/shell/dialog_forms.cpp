#include "ui/shell/dialog_forms.h"

#include "ui/dialogs/create/create_window.h"
#include "ui/dialogs/edit/edit_window.h"
#include "ui/dialogs/form/key_form.h"
#include "ui/dialogs/recreate/recreate_window.h"
#include "ui/dialogs/rotate/rotate_window.h"
#include "ui/settings/settings.h"
#include "ui/shell/bring_forward.h"

#include <QTimer>

namespace latchkey::ui {

namespace {
DialogContext contextOf(KeyService &service, SecretClipboard &clipboard, const Settings &settings) {
    return {service, clipboard, timeZone(settings)};
}

/// A sheet that was closed is gone at once for whoever asks for the next one.
template<typename T>
void releaseWhenClosed(QPointer<T> &sheet) {
    QObject::connect(sheet, &QDialog::finished, sheet, [&sheet] {
        sheet->deleteLater();
        sheet.clear();
    });
}

} // namespace

DialogForms::DialogForms(KeyService &service, SecretClipboard &clipboard, Settings &settings, QWidget *window)
    : KeyForms(window)
    , m_service(service)
    , m_clipboard(clipboard)
    , m_settings(settings)
    , m_window(window) {}

DialogForms::~DialogForms() {
    if (m_elsewhere)
        delete m_create; // before what it works on
}

CreateWindow *DialogForms::newSheet(KeyService &service) {
    if (m_create) { // never two: what was typed or shown there stays
        bringForward(m_create);
        return nullptr;
    }
    m_create = new CreateWindow(contextOf(service, m_clipboard, m_settings), m_window);
    releaseWhenClosed(m_create);
    if (&service == &m_service) {
        connect(m_create, &CreateWindow::created, this, &KeyForms::created);
        connect(m_create, &CreateWindow::lostWanted, this, &KeyForms::lostWanted);
    }
    return m_create;
}

void DialogForms::create(std::optional<Environment> environment) {
    if (auto *w = newSheet(m_service)) {
        w->startNew(environment);
        w->open();
    }
}

void DialogForms::duplicate(const ApiKey &key) {
    if (auto *w = newSheet(m_service)) {
        w->startCopyOf(key);
        w->open();
    }
}

void DialogForms::createLike(const LikeThis &like) {
    auto *w = newSheet(*like.service);
    if (!w)
        return;
    if (like.service.get() != &m_service) {
        m_elsewhere = like.service;
        connect(w, &CreateWindow::created, this,
                [this, place = like.place](const ApiKey &key) { emit createdElsewhere(key, place); });
    }
    w->startLike(like);
    w->open();
}

void DialogForms::edit(const ApiKey &key) {
    if (m_edit)
        return bringForward(m_edit);
    m_edit = new EditWindow(contextOf(m_service, m_clipboard, m_settings), m_window);
    releaseWhenClosed(m_edit);
    connect(m_edit, &EditWindow::saved, this, &KeyForms::edited);
    connect(m_edit, &QDialog::finished, this, &KeyForms::editClosed, Qt::QueuedConnection);
    m_edit->start(key);
    m_edit->open();
}

void DialogForms::editAt(const ApiKey &key, const QString &field, const ScopeSet &add) {
    edit(key);
    if (m_edit->key().id != key.id) // another key's form is open, and has the person's attention now
        return;
    if (!add.isEmpty())
        m_edit->form().markToAdd(add);
    // Once it is laid out, so that the field comes into view.
    QTimer::singleShot(0, m_edit.data(), [edit = m_edit, field] { edit->form().focusField(field); });
}

void DialogForms::recreate(const ApiKey &key) {
    if (m_recreate)
        return bringForward(m_recreate);
    m_recreate = new RecreateWindow(contextOf(m_service, m_clipboard, m_settings), m_window);
    releaseWhenClosed(m_recreate);
    m_recreate->start(key);
    m_recreate->open();
}

void DialogForms::rotate(const ApiKey &key, bool regenerate) {
    if (!m_service.backend().capabilities().rotate)
        return recreate(key);
    if (m_rotate)
        return bringForward(m_rotate);
    m_rotate = new RotateWindow(contextOf(m_service, m_clipboard, m_settings), m_window);
    releaseWhenClosed(m_rotate);
    connect(m_rotate, &RotateWindow::rotated, this, &KeyForms::rotated);
    m_rotate->start(key, regenerate);
    m_rotate->open();
}

bool DialogForms::guardUnstored() {
    if (m_create && !m_create->mayClose()) {
        bringForward(m_create);
        return true;
    }
    if (m_rotate && !m_rotate->mayClose()) {
        bringForward(m_rotate);
        return true;
    }
    if (m_recreate && !m_recreate->mayClose()) {
        bringForward(m_recreate);
        return true;
    }
    return false;
}

} // namespace latchkey::ui

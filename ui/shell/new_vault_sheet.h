#pragma once

#include <QByteArray>
#include <QDialog>

class QButtonGroup;
class QLabel;
class QPushButton;

namespace latchkey::ui {

class FileField;

/// File › New Vault: where it lies and which permissions its keys can have, in one step. An existing file is
/// never replaced.
class NewVaultSheet : public QDialog {
    Q_OBJECT
public:
    explicit NewVaultSheet(const QString &folder, QWidget *parent = nullptr);
    [[nodiscard]] QString path() const; ///< with its suffix
    [[nodiscard]] QByteArray catalogueJson() const;
    [[nodiscard]] FileField &file() { return *m_file; }

private:
    QWidget *catalogues();
    void check();

    FileField *m_file;
    QButtonGroup *m_choice;
    QLabel *m_problem;
    QPushButton *m_create;
};

} // namespace latchkey::ui

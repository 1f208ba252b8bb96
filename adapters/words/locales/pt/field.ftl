### What is wrong with a field of a form, as one sentence beside the field.

field-label-reason = Motivo

field-reason = Informe o motivo, em até 500 caracteres e em uma única linha.
field-until = Digite uma data futura, dentro de um ano, como 2027-03-01.
field-from = Digite uma data como 2027-03-01 ou deixe vazio.
field-grace = Escolha se a ativação pode ser adiada, e como.
field-days = Digite um número de dias de 1 a 366.
field-skips = Digite quantas vezes a ativação pode ser adiada, de 1 a 100.
field-whom = Escolha a quem a regra se aplica.
field-value = A regra não pode se aplicar a isso. Um domínio tem a forma acme.example; um endereço, a forma ada@acme.example; tudo, exceto “Todas as pessoas”, precisa de um valor.
field-addresses = Digite endereços de e-mail, um por linha.
field-effect = Escolha o que a regra faz.
field-reach = Escolha quando a regra passa a valer para quem já está com a sessão iniciada.
field-remember = Escolha se dispositivos podem ser lembrados.
field-hours = Digite um número de horas de 1 a 8760.
field-recovery = Escolha sim ou não.
field-email = Escolha sim ou não. Pelo menos um dos dois precisa ser aceito: apps autenticadores ou códigos por e-mail.
field-max-age = Digite um número de minutos de 1 a 525600 ou deixe vazio.
field-status = Esse status não existe.
field-user = Digite o identificador de um usuário.
field-other = O conteúdo deste campo não é válido.

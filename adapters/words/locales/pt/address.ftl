### Confirming the address of an account.

address-title = Confirme seu endereço de e-mail
address-ask = <strong class="cs-break">{ $address }</strong> é o seu endereço em { $issuer }? Ao usar o botão abaixo, você confirma que lê o que é enviado para ele.
address-confirm = Confirmar este endereço
address-not-yours = Se você não conhece { $issuer }, feche esta página. Assim, nada acontece.
address-done-title = O endereço foi confirmado
address-done = { $issuer } agora pode enviar códigos e mensagens para <strong class="cs-break">{ $address }</strong>.
address-already = <strong class="cs-break">{ $address }</strong> já foi confirmado. Não é preciso fazer mais nada.
address-over-title = Este link não vale mais
address-over = Ele tem mais de 24 horas, um link mais novo foi enviado ou o endereço da conta já é outro. Para receber um novo link, abra as configurações do login em dois fatores.
address-unknown-title = Este link não funciona
address-unknown = Pode estar faltando uma parte dele. Abra de novo o link do e-mail ou copie o link por inteiro.
address-close = Já é possível fechar esta página e continuar de onde parou.
address-settings = Abrir as configurações do login em dois fatores

address-nothing-title = Não há nada para confirmar
address-nothing = O endereço da sua conta já está confirmado, ou a conta não tem um endereço que possa ser confirmado.
address-first = Códigos só podem ser enviados para <strong class="cs-break">{ $address }</strong> depois que você confirmar que o endereço é seu.
address-send = Enviar um link de confirmação
address-send-again = Enviar um novo link
address-sent = Enviamos um link para <strong class="cs-break">{ $address }</strong>. Ele vale por 24 horas; abra-o em qualquer dispositivo e depois volte aqui.
address-failed = <strong>Não foi possível enviar o e-mail com o link.</strong> Tente de novo ou peça ajuda.
address-again-from = Será possível pedir outro link a partir das { $until }.
address-on-its-way = O e-mail está a caminho.

address-heading = Endereço de e-mail
address-badge-confirmed = Confirmado
address-badge-unconfirmed = Não confirmado
address-badge-shared = Em mais de uma conta
address-used-for = As mensagens sobre o seu login em dois fatores são enviadas para ele, e também os códigos, se os códigos por e-mail forem ativados.
address-first-settings = Ainda não foi confirmado que você lê o que é enviado para ele. Até que isso seja feito, nenhum código pode ser enviado para ele.
